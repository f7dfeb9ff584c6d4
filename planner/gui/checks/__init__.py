"""The checks: findings kept up to date, and the panel that lists them."""
