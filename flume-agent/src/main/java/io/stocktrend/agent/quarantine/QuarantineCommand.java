package io.stocktrend.agent.quarantine;

import picocli.CommandLine.Command;

/** What to do with the events that were set aside. */
@Command(
    name = "quarantine",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {ListCommand.class, ShowCommand.class, ReplayCommand.class},
    description = "Lists, shows and replays the events that no sink could store.")
final class QuarantineCommand {}
