package io.stocktrend.source;

import io.stocktrend.source.Demand.Share;
import io.stocktrend.source.provider.ArticleProvider;
import io.stocktrend.source.provider.ArticleQuery;
import io.stocktrend.source.provider.OpenProviders;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToIntFunction;

/** Tells the demands of a feed from what one round asks of each provider. */
final class Demands {
  private Demands() {}

  /** Every provider has a part of its own in a round. */
  static List<Demand> ofEach(OpenProviders<?> providers, ToIntFunction<String> requests) {
    return providers.byName().keySet().stream()
        .map(provider -> demand(providers, provider, requests, Share.ALWAYS))
        .toList();
  }

  /** The first provider serves, the others stand in for it. */
  static List<Demand> ofFailOver(OpenProviders<?> providers, ToIntFunction<String> requests) {
    List<Demand> demands = new ArrayList<>();
    for (String provider : providers.byName().keySet()) {
      Share share = demands.isEmpty() ? Share.ALWAYS : Share.STAND_IN;
      demands.add(demand(providers, provider, requests, share));
    }
    return demands;
  }

  /** Each indicator is served by the first provider that has a series of it. */
  static List<Demand> ofFirstServing(OpenProviders<?> providers, List<Indicator> indicators) {
    List<String> names = List.copyOf(providers.byName().keySet());
    List<Demand> demands = new ArrayList<>();
    for (String name : names) {
      List<String> before = names.subList(0, names.indexOf(name));
      List<Indicator> own =
          indicators.stream().filter(each -> each.series().containsKey(name)).toList();
      int first =
          (int)
              own.stream()
                  .filter(each -> Collections.disjoint(before, each.series().keySet()))
                  .count();
      Share share = first > 0 ? Share.ALWAYS : Share.STAND_IN;
      demands.add(demand(providers, name, any -> first > 0 ? first : own.size(), share));
    }
    return demands;
  }

  /** Every provider is asked; some spread what a pass costs over the day. */
  static List<Demand> ofArticles(
      OpenProviders<ArticleProvider> providers, List<ArticleQuery> queries) {
    List<Demand> demands = new ArrayList<>();
    providers
        .byName()
        .forEach(
            (name, provider) ->
                demands.add(
                    demand(
                        providers,
                        name,
                        any -> provider.requests(queries),
                        provider.isSpreadOverTheDay() ? Share.SPREAD : Share.ALWAYS)));
    return demands;
  }

  private static Demand demand(
      OpenProviders<?> providers, String provider, ToIntFunction<String> requests, Share share) {
    return new Demand(
        provider, requests.applyAsInt(provider), providers.requestsPerDay(provider), share);
  }
}
