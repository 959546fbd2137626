"""The command line: one file a command, one writer, one table of exit codes."""
