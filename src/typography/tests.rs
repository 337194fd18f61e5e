//! Phrases of real papers, and the laws of typography.
