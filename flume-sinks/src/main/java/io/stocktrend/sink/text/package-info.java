/** Text part files: CSV and JSON lines, written straight from a record's values into bytes. */
package io.stocktrend.sink.text;
