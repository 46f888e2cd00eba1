"""One door for every change of a journey: drafts, consequences, rules, verbs and history. No Qt."""
