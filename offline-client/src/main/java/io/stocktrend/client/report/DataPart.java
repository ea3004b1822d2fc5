package io.stocktrend.client.report;

import java.io.IOException;

/** One member of the data that the page is drawn from. */
interface DataPart {
  /** The member's name, by which the page's script knows it. */
  String name();

  /** Writes the member's value. */
  void write(ScriptJson json) throws IOException;
}
