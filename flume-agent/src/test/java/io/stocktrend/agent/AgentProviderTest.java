package io.stocktrend.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AgentProviderTest {
  private static final String TYPE = "raw.sources.numbers.type = seq";
  private static final String PICKY = "raw.sources.numbers.type = io.stocktrend.agent.PickySource";

  @TempDir Path folder;

  @Test
  void aGoodFileGivesEveryComponent() throws Exception {
    Prepared prepared = prepare(AgentText.GOOD);
    assertEquals(List.of(), prepared.errors());
    assertEquals(Set.of("numbers"), prepared.configuration().getSourceRunners().keySet());
    assertEquals(Set.of("memory"), prepared.configuration().getChannels().keySet());
    assertEquals(Set.of("nothing"), prepared.configuration().getSinkRunners().keySet());
  }

  @Test
  void anUnknownClassIsNamedWithWhereItsJarBelongs() throws Exception {
    refused(
        AgentText.with(TYPE, "raw.sources.numbers.type = io.stocktrend.NoSource"),
        "source numbers: the type 'io.stocktrend.NoSource' is neither one of Flume's nor a class"
            + " on the class path: correct it, or put its jar into plugins.d/<plugin>/lib"
            + " (raw.sources.numbers.type in %s:4)");
  }

  @Test
  void aClassThatIsNoSourceIsRefused() throws Exception {
    String error = onlyError(AgentText.with(TYPE, "raw.sources.numbers.type = java.lang.String"));
    assertTrue(
        error.startsWith("source numbers: the type 'java.lang.String' is no Flume Source:"), error);
  }

  @Test
  void whatTheComponentSaysIsTheError() throws Exception {
    refused(
        AgentText.with(TYPE, PICKY + "\nraw.sources.numbers.batchsize = 7"),
        "source numbers: the key batchsize is unknown: did you mean 'batchSize'?"
            + " (raw.sources.numbers.batchsize in %s:5)");
  }

  @Test
  void aMissingClassBehindAComponentIsNamed() throws Exception {
    refused(
        AgentText.with(TYPE, PICKY + "\nraw.sources.numbers.missingClass = yes"),
        "source numbers: the class okhttp3.Call is not on the class path"
            + " (raw.sources.numbers in %s:4)");
  }

  @Test
  void aBatchAboveTheChannelsCapacityIsNamedWithBothNumbers() throws Exception {
    refused(
        AgentText.with(TYPE, PICKY + "\nraw.sources.numbers.batchSize = 101"),
        "source numbers: batchSize 101 is above the transactionCapacity 100 of channel memory:"
            + " lower the one or raise the other (raw.sources.numbers.batchSize in %s:5)");
  }

  @Test
  void aBadInterceptorIsTheSourcesError() throws Exception {
    refused(
        AgentText.and(
            "raw.sources.numbers.interceptors = i",
            "raw.sources.numbers.interceptors.i.type = io.stocktrend.NoInterceptor"),
        "source numbers: interceptors.i.type = 'io.stocktrend.NoInterceptor' is neither one of"
            + " Flume's nor a class on the class path: correct it, or put its jar into"
            + " plugins.d/<plugin>/lib (raw.sources.numbers.interceptors.i.type in %s:10)");
  }

  @Test
  void aBadChannelIsNamedOnceAndNotItsUsers() throws Exception {
    String error =
        onlyError(
            AgentText.with(
                "raw.channels.memory.type = memory", "raw.channels.memory.type = no.Channel"));
    assertTrue(error.startsWith("channel memory: the type 'no.Channel'"), error);
  }

  @Test
  void everyErrorGetsALine() throws Exception {
    Prepared prepared =
        prepare(
            AgentText.with(TYPE, PICKY + "\nraw.sources.numbers.batchsize = 7")
                .replace("raw.sinks.nothing.type = null", "raw.sinks.nothing.type = no.Sink"));
    assertEquals(2, prepared.errors().size());
  }

  @Test
  void anUnresolvedVariableIsRefused() throws Exception {
    refused(
        AgentText.and("raw.sources.numbers.totalEvents = ${env:NO_SUCH_VARIABLE_HERE}"),
        "source numbers: totalEvents still holds ${env:NO_SUCH_VARIABLE_HERE}, which nothing"
            + " resolved: add the secret to the credentials file, set the variable, or take the"
            + " key out (raw.sources.numbers.totalEvents in %s:9)");
  }

  @Test
  void aKnownSecretIsFilledIn() throws Exception {
    assertEquals(List.of(), prepare(filtered("known", "")).errors());
  }

  @Test
  void anUnknownSecretIsRefused() throws Exception {
    String error = onlyError(filtered("other", ""));
    assertTrue(error.startsWith("source numbers: key still holds ${vault['other']}"), error);
  }

  @Test
  void aFailingFilterIsTheOneErrorOfAllItsPlaceholders() throws Exception {
    refused(
        filtered("known", "raw.configfilters.vault.open = no").replace(TYPE, PICKY),
        "config filter vault: credentials.json is readable by others: chmod"
            + " 600 it (raw.configfilters.vault in %s:10)");
  }

  private static String filtered(String key, String more) {
    return AgentText.and(
        "raw.configfilters = vault",
        "raw.configfilters.vault.type = io.stocktrend.agent.LockedFilter",
        more,
        "raw.sources.numbers.key = ${vault['" + key + "']}",
        "raw.sources.numbers.again = ${vault['known']}");
  }

  private void refused(String text, String error) throws Exception {
    assertEquals(error.formatted(folder.resolve("raw.properties")), onlyError(text));
  }

  private String onlyError(String text) throws Exception {
    List<String> errors = prepare(text).errors();
    assertEquals(1, errors.size(), errors.toString());
    return errors.get(0);
  }

  private Prepared prepare(String text) throws Exception {
    return new AgentProvider("raw").prepare(AgentText.read(folder, text));
  }
}
