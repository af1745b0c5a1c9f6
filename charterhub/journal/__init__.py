"""What happened: one entry for every act, written in the transaction of the act itself. Below all features, knows none."""
