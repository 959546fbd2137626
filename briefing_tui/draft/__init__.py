"""From a focused visit letter, as PDF or text, to a first draft of its briefing file.

The stages, each a module: `source` reads bytes, `pdf` and `plain` make lines of them,
`furniture` drops what the page repeats, `block` joins lines to paragraphs, `letter` names the
parts, `identity` finds who and when; `coding` makes entries of the sentences and `writing` the
file. All of it is rules and the tables in `tables/`: no network, no model, the same every time.
"""
