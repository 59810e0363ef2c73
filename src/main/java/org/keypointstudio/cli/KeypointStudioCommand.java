package org.keypointstudio.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.keypointstudio.dataset.file.KnownFormats;
import org.keypointstudio.project.convert.Conversion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The root of all commands; by itself it opens the window, with the file that a file manager hands
 * it if there is one.
 */
@Command(
    name = "keypoint-studio",
    description = "See, correct, retrain and compare facial-keypoint data sets and models.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = KeypointStudioCommand.Version.class,
    synopsisSubcommandLabel = "[COMMAND]",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:the job failed; one sentence says why", "2:wrong usage"})
public final class KeypointStudioCommand implements Callable<Integer> {
  private final WindowOpener window;

  @Parameters(
      arity = "0..1",
      paramLabel = "PATH",
      description = "A data set to open in the window, as a file manager names it.")
  private @Nullable Path data;

  @Spec private @Nullable CommandSpec spec;

  private KeypointStudioCommand(WindowOpener window) {
    this.window = window;
  }

  /** The whole command line, ready to execute arguments. */
  public static CommandLine create(CommandPorts ports) {
    DataSets dataSets = new DataSets(ports.labels(), ports.console());
    CommandLine root =
        new CommandLine(new KeypointStudioCommand(ports.window()))
            .addSubcommand(new OpenCommand(ports.window()))
            .addSubcommand(new InfoCommand(dataSets, ports.console()))
            .addSubcommand(new FindCommand(dataSets, ports.loader(), ports.console()))
            .addSubcommand(new TrainCommand(dataSets, ports.trainer(), ports.console()))
            .addSubcommand(new PredictCommand(dataSets, ports.loader(), ports.console()))
            .addSubcommand(new EvaluateCommand(dataSets, ports.loader(), ports.console()))
            .addSubcommand(new NextCommand(dataSets, ports.loader(), ports.console()))
            .addSubcommand(
                new StudyCommand(dataSets, ports.trainer(), ports.loader(), ports.console()))
            .addSubcommand(new CompareCommand(dataSets, ports.loader(), ports.console()))
            .addSubcommand(new ReportCommand(dataSets, ports.loader(), ports.console()))
            .addSubcommand(new SubmitCommand(dataSets, ports.loader(), ports.console()))
            .addSubcommand(new CleanCommand(dataSets, ports.console()))
            .addSubcommand(
                new ConvertCommand(
                    dataSets, new Conversion(KnownFormats.all(), ports.labels()), ports.console()))
            .addSubcommand(
                new AuditCommand(dataSets, ports.trainer(), ports.loader(), ports.console()))
            .addSubcommand(new MergeCommand(dataSets, ports.console()))
            .addSubcommand(new PackCommand(ports.console()))
            .addSubcommand(new GenerateCommand(ports.console()))
            .addSubcommand(new TourCommand(ports.window(), ports.console()));
    return root.setOut(ports.console().out())
        .setErr(ports.console().err())
        .setUsageHelpAutoWidth(true)
        .setExecutionExceptionHandler(new FailureReport());
  }

  @Override
  public Integer call() throws Exception {
    if (data != null && !Files.exists(data)) {
      throw Usage.wrong(
          spec,
          new IllegalArgumentException(
              "“%s” is neither a command nor a file that is there.".formatted(data)));
    }
    window.open(Optional.ofNullable(data));
    return CommandLine.ExitCode.OK;
  }

  /** The version that the build wrote into the program. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = KeypointStudioCommand.class.getPackage().getImplementationVersion();
      return new String[] {"Keypoint Studio " + (version == null ? "(from source)" : version)};
    }
  }
}
