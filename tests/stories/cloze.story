size 80x24
lang en
deck transformer
set mode cloze
study
> Up
> =nonsense Enter
> 4
> =1 Enter
> 1
> Enter
> u
