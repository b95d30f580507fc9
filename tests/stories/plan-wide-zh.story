size 120x40
lang zh
> p
> Right Right
> Down Right Right
> Down Down Left Left
> u x
> Esc
> a Space 3 Space 1
