//! What people type for a formula, in tables.

use super::{agree, agree_but_for_capitals};

/// Rows: a formula, what is typed, and whether it says the same.
#[test]
fn formulas_are_the_same_where_their_values_are() {
    let mut off = Vec::new();
    for (formula, rows) in [
        (
            r"$2/n_{\mathrm{in}}$",
            &[
                ("2/n_in", true),
                ("2/nin", true),
                ("2/fan_in", true),
                ("2/nᵢₙ", true),
                ("2/n_out", false),
                ("2/n", false),
                ("2/fan_out", false),
            ][..],
        ),
        (
            r"$r(d_{in} + d_{out})$",
            &[("r(d_in+d_out)", true), ("r*(din+dout)", true), ("r(d_in+d_in)", false), ("r(d+d)", false)],
        ),
        (
            "$2^n$",
            &[("2**n", true), ("2ⁿ", true), ("2^n", true), ("n**2", false), ("2n", false), ("2*n", false)],
        ),
        ("$10^{-4}$", &[("10⁻⁴", true), ("10**-4", true), ("0.0001", true), ("10⁴", false)]),
        (
            r"$y_i = \gamma\hat x_i + \beta$",
            &[
                ("γx̂+β", true),
                ("gamma*x_hat+beta", true),
                ("gamma x_hat_i + beta", true),
                ("yᵢ = γx̂ᵢ + β", true),
                ("y=γ·x̂+β", true),
                ("beta + gamma*hat(x)", true),
                ("γ x^ + β", false),
                ("γx+β", false),
                ("γx̂-β", false),
                ("βx̂+γ", false),
                ("γx̂_j+β", false),
            ],
        ),
        (
            r"$\bar x_a + 1$",
            &[("x̄_a+1", true), ("x_bar_a + 1", true), ("xbar_a+1", true), ("x_a+1", false), ("x̂_a+1", false)],
        ),
        (
            r"$I + \partial F/\partial x$",
            &[
                ("I+dF/dx", true),
                ("I + ∂F/∂x", true),
                ("dF/dx + I", true),
                ("I+F/x", false),
                ("I+dx/dF", false),
                ("I-dF/dx", false),
            ],
        ),
        (
            "$e^{\\text{loss}}$",
            &[
                ("exp(loss)", true),
                ("exp(L)", true),
                ("e^L", true),
                ("e**loss", true),
                ("2^L", false),
                ("exp(-L)", false),
            ],
        ),
        ("$e^L$", &[("exp(L)", true), ("e^(L)", true), ("exp(-L)", false)]),
        (
            r"$\lambda\lVert w\rVert^2$",
            &[
                ("λ||w||^2", true),
                ("λ‖w‖²", true),
                ("lambda*||w||**2", true),
                ("λ||w||_2^2", true),
                ("λ|w|^2", true),
                ("λ||w||", false),
                ("λw^2", false),
                ("λ||w||_1^2", false),
                ("λ||v||^2", false),
            ],
        ),
        (
            r"$2/\lVert w\rVert$",
            &[("2/||w||", true), ("2/‖w‖", true), ("1/||w||", false), ("2/w", false), ("2||w||", false)],
        ),
        (r"$\|a\|\|b\|$", &[("||a|| ||b||", true), ("‖b‖‖a‖", true), ("||ab||", false), ("||a||", false)]),
        (
            r"$2\frac{K-1}{K}M$",
            &[
                ("2M(K-1)/K", true),
                ("2(K−1)/K M", true),
                ("2(1-1/K)M", true),
                ("2M*(K-1)/K", true),
                ("2M(K+1)/K", false),
                ("M(K-1)/K", false),
                ("2K(M-1)/M", false),
            ],
        ),
        ("$6ND$", &[("6DN", true), ("6*N*D", true), ("6N+D", false), ("2ND", false)]),
        (
            r"$P(X \ge a) \le E[X]/a$",
            &[
                ("P(X>=a)<=E[X]/a", true),
                ("P(X≥a) ≤ E(X)/a", true),
                ("E[X]/a >= P(X>=a)", true),
                ("P(a<=X) <= E[X]/a", true),
                ("P(X>=a)>=E[X]/a", false),
                ("P(X<=a)<=E[X]/a", false),
                ("P(X>=a)<=a/E[X]", false),
                ("P(X>=a)<=E[X]", false),
            ],
        ),
        (
            r"$p \cdot L > c$",
            &[("c < pL", true), ("p*L>c", true), ("pL<c", false), ("c > pL", false), ("pL >= c", false)],
        ),
        (
            r"$1/(1-\mu)$",
            &[
                ("1/(1-mu)", true),
                ("(1-μ)^-1", true),
                ("1/1-mu", false),
                ("1/1-μ", false),
                ("1/(1+mu)", false),
            ],
        ),
        ("$1 - f_t$", &[("1-f_t", true), ("1-ft", true), ("1-f", true), ("1+f", false)]),
        (
            r"$W_hh_{t-1}$",
            &[
                ("W_h h_{t-1}", true),
                ("W_h*h_t-1", true),
                ("Wh ht-1", true),
                ("W_h h_{t+1}", false),
                ("W_h h_t", false),
            ],
        ),
        (r"$\sqrt{d_k}$", &[("sqrt(d)", false), ("√dk", true), ("d_k^(1/2)", true)]),
        ("$n!$", &[("n!", true), ("n", false), ("2n!", false)]),
        (
            r"$\max(0, p-q)$",
            &[
                ("max(0,p-q)", true),
                ("max(p-q, 0)", true),
                ("min(0,p-q)", false),
                ("max(0,q-p)", false),
                ("max(0,p)", false),
            ],
        ),
        (r"$\lfloor i\,g/h \rfloor$", &[("floor(ig/h)", true), ("⌊i*g/h⌋", true), ("ig/h", false)]),
        (r"$\log_2 n$", &[("log2(n)", true), ("log_2 n", true), ("ln(n)/ln(2)", true), ("log n", false)]),
        (
            r"$2^{-7} \approx 0.0078$",
            &[("2^-7", true), ("0.0078", true), ("1/128", true), ("0.078", false), ("2^7", false)],
        ),
        (r"$(i, i + d/2)$", &[("(i, i+d/2)", true), ("(i+d/2, i)", false), ("(i, d/2)", false)]),
        (r"$x' - x$", &[("x'-x", true), ("x-x'", false), ("x-x", false)]),
        (
            r"$\sigma_{\max}/\sigma_{\min}$",
            &[("σ_max/σ_min", true), ("sigma_max / sigma_min", true), ("σmin/σmax", false)],
        ),
    ] {
        for (typed, expected) in rows {
            if agree(typed, formula) != Some(*expected) {
                off.push(format!("{formula} / {typed}: {:?}", agree(typed, formula)));
            }
        }
    }
    assert!(off.is_empty(), "{off:#?}");
}

#[test]
fn capitals_are_told_from_other_letters() {
    for (formula, typed, expected) in [
        ("$Nb/8$", "nb/8", true),
        ("$Nb/8$", "nb/4", false),
        ("$n/N$", "n/n", false),
        (r"$\Delta A$", "δa", true),
    ] {
        assert_eq!(agree_but_for_capitals(typed, formula), expected, "{formula} / {typed}");
    }
}
