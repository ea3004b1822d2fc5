package io.stocktrend.agent.gaps;

import java.nio.file.Path;

/**
 * Agent files whose sources keep their state, and find their universe and providers, in a folder.
 */
final class GapAgents {
  private static final String RAW =
      """
      raw.sources = movements quotes
      raw.channels = memory
      raw.sinks = nothing
      raw.channels.memory.type = memory
      raw.sinks.nothing.type = null
      raw.sinks.nothing.channel = memory
      raw.sources.movements.type = io.stocktrend.source.MovementSource
      raw.sources.movements.channels = memory
      raw.sources.movements.schedule = 0 * * * *
      raw.sources.movements.symbols = @FOLDER/universe.csv
      raw.sources.movements.providers = yahoo
      raw.sources.movements.providersFile = FOLDER/providers.properties
      raw.sources.movements.stateDir = FOLDER/data/state
      raw.sources.movements.interceptors = validation
      raw.sources.movements.interceptors.validation.type = \
      io.stocktrend.interceptor.ValidationInterceptor$Builder
      raw.sources.quotes.type = io.stocktrend.source.FinancialSource
      raw.sources.quotes.channels = memory
      raw.sources.quotes.schedule = 0 * * * *
      raw.sources.quotes.symbols = AAPL, MSFT
      raw.sources.quotes.providers = yahoo
      raw.sources.quotes.providersFile = FOLDER/providers.properties
      raw.sources.quotes.stateDir = FOLDER/data/state
      """;

  private static final String CONTEXT =
      """
      raw.sources = macro policy news
      raw.channels = memory
      raw.sinks = nothing
      raw.channels.memory.type = memory
      raw.sinks.nothing.type = null
      raw.sinks.nothing.channel = memory
      raw.sources.macro.type = io.stocktrend.source.MacroSource
      raw.sources.macro.channels = memory
      raw.sources.macro.schedule = 0 9 * * *
      raw.sources.macro.indicators = @FOLDER/indicators.csv
      raw.sources.macro.providers = fred
      raw.sources.macro.apiKey.fred = 0123456789abcdef0123456789abcdef
      raw.sources.macro.providersFile = FOLDER/providers.properties
      raw.sources.macro.stateDir = FOLDER/data/state
      raw.sources.policy.type = io.stocktrend.source.PolicySource
      raw.sources.policy.channels = memory
      raw.sources.policy.schedule = 0 9 * * MON
      raw.sources.policy.kinds = TREASURY_YIELD_CURVE, FOMC_STATEMENT
      raw.sources.policy.providersFile = FOLDER/providers.properties
      raw.sources.policy.stateDir = FOLDER/data/state
      raw.sources.news.type = io.stocktrend.source.NewsSource
      raw.sources.news.channels = memory
      raw.sources.news.schedule = 0 * * * *
      raw.sources.news.symbols = AAPL, MSFT
      raw.sources.news.providers = finnhub
      raw.sources.news.apiKey.finnhub = k
      raw.sources.news.providersFile = FOLDER/providers.properties
      raw.sources.news.stateDir = FOLDER/data/state
      raw.sources.news.interceptors = sentiment
      raw.sources.news.interceptors.sentiment.type = \
      io.stocktrend.interceptor.SentimentInterceptor$Builder
      """;

  private GapAgents() {}

  /** An agent that collects bars and quotes. */
  static String raw(Path folder) {
    return RAW.replace("FOLDER", folder.toString());
  }

  /** An agent that collects observations, announcements and news. */
  static String context(Path folder) {
    return CONTEXT.replace("FOLDER", folder.toString());
  }
}
