/** What was set aside: the commands that list it, show it and replay it. */
package io.stocktrend.agent.quarantine;
