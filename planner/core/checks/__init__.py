"""The checks: small functions that hold a plan against the rules and report what they see."""
