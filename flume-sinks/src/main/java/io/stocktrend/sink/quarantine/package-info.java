/** Where events wait that no retry can save, until someone looks at them and replays them. */
package io.stocktrend.sink.quarantine;
