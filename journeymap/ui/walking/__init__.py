"""Going the customer's road step by step, large enough for a room, and writing down what is met."""
