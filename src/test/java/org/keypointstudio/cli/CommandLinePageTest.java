package org.keypointstudio.cli;

import static org.keypointstudio.documents.GeneratedPage.cell;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.keypointstudio.documents.GeneratedPage;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The page of all commands and options is that of the program. */
class CommandLinePageTest {
  private static final int WIDTH = 100;

  @Test
  void docs_command_line_names_every_command_and_option() throws IOException {
    CommandLine root = new CommandLineFixture().commandLine();
    StringBuilder page = new StringBuilder();
    page.append(
        """
        Every command explains itself with `--help`. Exit codes: 0 done, 1 the job failed and one sentence
        says why, 2 wrong usage. Ctrl+C cancels: nothing half-written is left.

        | command | what it does |
        |---|---|
        """);
    List<CommandLine> commands = root.getSubcommands().values().stream().distinct().toList();
    for (CommandLine command : commands) {
      page.append(
          "| [%1$s](#%1$s) | %2$s |%n"
              .formatted(command.getCommandName(), cell(description(command.getCommandSpec()))));
    }
    commands.forEach(command -> page.append(section(command)));
    new GeneratedPage("docs/command-line.md").holdsBelow("Command line", page.toString());
  }

  private static String section(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    command.setUsageHelpAutoWidth(false).setUsageHelpWidth(WIDTH);
    StringBuilder section = new StringBuilder("\n## " + command.getCommandName() + "\n\n");
    section.append(description(spec)).append("\n\n```\n");
    section.append(synopsis(command)).append("\n```\n");
    String rows =
        spec.positionalParameters().stream()
                .filter(parameter -> !parameter.hidden())
                .map(CommandLinePageTest::row)
                .collect(Collectors.joining())
            + spec.options().stream()
                .filter(option -> !option.hidden() && !option.usageHelp() && !option.versionHelp())
                .map(CommandLinePageTest::row)
                .collect(Collectors.joining());
    if (!rows.isEmpty()) {
      section.append("\n| option | what it does |\n|---|---|\n").append(rows);
    }
    String footer = String.join(" ", spec.usageMessage().footer()).strip();
    return footer.isEmpty()
        ? section.toString()
        : section.append('\n').append(footer + "\n").toString();
  }

  private static String synopsis(CommandLine command) {
    return command.getHelp().synopsis(0).replace("%n", "\n").strip();
  }

  private static String row(PositionalParamSpec parameter) {
    return "| `%s` | %s |\n".formatted(parameter.paramLabel(), explained(parameter));
  }

  private static String row(OptionSpec option) {
    String value = option.arity().max() == 0 ? "" : " " + option.paramLabel();
    return "| `%s%s` | %s |\n"
        .formatted(String.join(", ", option.names()), value, explained(option));
  }

  private static String explained(ArgSpec argument) {
    String text =
        Ansi.OFF.string(String.join(" ", argument.description())).replace("%n", "\n").strip();
    String need = argument.group() == null ? " Required." : " Exactly one of its group.";
    return cell(text) + (argument.required() ? need : "");
  }

  private static String description(CommandSpec spec) {
    return Ansi.OFF
        .string(String.join(" ", spec.usageMessage().description()))
        .replace("%n", "\n")
        .strip();
  }
}
