"""The terminal, and all that touches Textual's private parts.

Modules without Textual: `line` (the descriptor, its settings and modes), `signals`, `keyboard`
(bytes to key sequences), `pen` (styles), `grid` (cells) and `crash`. `driver` and `app` tie them to Textual.
"""
