extension String {
    /// The text for showing it beside others: cut with "…" when it has more characters than the limit.
    package func shortened(to limit: Int = 40) -> String {
        count > limit ? prefix(limit - 1) + "…" : self
    }
}
