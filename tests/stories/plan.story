size 80x24
lang en
> p
> Right Right
> Down Right Right
> Down Down Left Left
> u x
> Esc
> a Space 3 Space 1
> Space 3 x2 q p
> +3d Down Left x7 Esc
> a Space 3 Space 3 Space 3
> q +20d p
> b A
> 2 Esc
> c
> u Esc
