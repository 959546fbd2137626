"""The terminal, and all that touches Textual's private parts.

Modules without Textual: `line` (the descriptor, its settings and modes), `signals`, `keyboard`
(bytes to key sequences), `turns` (one key after the other), `pen` (styles), `grid` (cells) and `crash`.
`driver`, `screen` and `app` tie them to Textual.
"""
