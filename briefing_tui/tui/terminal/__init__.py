"""The terminal, and all that touches Textual's private parts.

Modules without Textual: `line` (the descriptor, its settings and modes), `signals`, `keyboard`
(bytes to key sequences), `pen` (styles), `grid` (cells) and `crash`. `turns` (one key after the other),
`moves` (keys that only move), `driver`, `screen` and `app` tie them to Textual.
"""
