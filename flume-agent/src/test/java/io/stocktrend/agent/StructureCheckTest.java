package io.stocktrend.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StructureCheckTest {
  @TempDir Path folder;

  @Test
  void aGoodFileHasNoErrors() throws Exception {
    assertEquals(List.of(), errors(AgentText.GOOD));
  }

  @Test
  void aSinkWithoutAChannelIsRefused() throws Exception {
    refused(
        AgentText.with("raw.sinks.nothing.channel = memory", ""),
        "sink nothing: channel is missing: name one of raw.channels (raw.sinks.nothing in %s:7)");
  }

  @Test
  void aSourceWithoutAChannelIsRefused() throws Exception {
    refused(
        AgentText.with("raw.sources.numbers.channels = memory", ""),
        "source numbers: channels is missing: name one of raw.channels"
            + " (raw.sources.numbers in %s:4)");
  }

  @Test
  void aSecondChannelThatIsNotThereIsRefusedThoughFlumeWouldRunWithTheFirst() throws Exception {
    refused(
        AgentText.with(
            "raw.sources.numbers.channels = memory", "raw.sources.numbers.channels = memory memry"),
        "source numbers: channels names 'memry', which raw.channels does not list: did you mean"
            + " 'memory'? (raw.sources.numbers.channels in %s:5)");
  }

  @Test
  void aMissingTypeIsRefused() throws Exception {
    refused(
        AgentText.with("raw.sinks.nothing.type = null", ""),
        "sink nothing: type is missing: set it to a Flume type or a class name"
            + " (raw.sinks.nothing in %s:7)");
  }

  @Test
  void aListedNameWithoutSettingsIsRefused() throws Exception {
    refused(
        AgentText.with("raw.sources = numbers", "raw.sources = numbers letters"),
        "source letters: it stands in raw.sources, but nothing is set for it: add its keys or take"
            + " it out (raw.sources.letters in %s:1)");
  }

  @Test
  void aMistypedKindIsRefusedWithoutItsValue() throws Exception {
    refused(
        AgentText.and("raw.sorces.numbers.apiKey = s3cret"),
        "raw.sorces.numbers.apiKey is unknown: did you mean 'sources'? (%s:9)");
  }

  @Test
  void aCompleteComponentThatIsNotListedIsSwitchedOffOnPurpose() throws Exception {
    assertEquals(
        List.of(), errors(AgentText.and("raw.sinks.spare.type = null", "raw.sinks.spare.x = 1")));
  }

  @Test
  void aKeyOfAComponentThatNoListNamesIsRefused() throws Exception {
    refused(
        AgentText.and("raw.channels.memry.capacity = 1"),
        "channel memry: raw.channels does not list it: did you mean 'memory'? (%s:9)");
  }

  @Test
  void anAgentWithoutChannelsIsRefused() throws Exception {
    assertEquals(
        "raw.channels is missing: list the agent's channels ("
            + folder.resolve("raw.properties")
            + ")",
        errors(AgentText.with("raw.channels = memory", "")).get(0));
  }

  @Test
  void aGroupOfAnUnknownSinkIsRefused() throws Exception {
    refused(
        AgentText.and("raw.sinkgroups = g", "raw.sinkgroups.g.sinks = nothing nothin"),
        "sink group g: sinks names 'nothin', which raw.sinks does not list: did you mean"
            + " 'nothing'? (raw.sinkgroups.g.sinks in %s:10)");
  }

  private void refused(String text, String error) throws Exception {
    assertEquals(List.of(error.formatted(folder.resolve("raw.properties"))), errors(text));
  }

  private List<String> errors(String text) throws Exception {
    AgentFile file = AgentText.read(folder, text);
    Findings findings = new Findings(file, "raw");
    new StructureCheck(file, "raw").run(findings);
    return findings.lines();
  }
}
