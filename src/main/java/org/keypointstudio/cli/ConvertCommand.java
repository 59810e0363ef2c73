package org.keypointstudio.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.keypointstudio.dataset.DataSetException;
import org.keypointstudio.dataset.file.KnownFormats;
import org.keypointstudio.dataset.schema.MappingTable;
import org.keypointstudio.project.convert.Conversion;
import org.keypointstudio.project.convert.ConversionTarget;
import org.keypointstudio.project.labels.LabelledDataSet;
import org.keypointstudio.task.TaskContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a data set in another format. */
@Command(
    name = "convert",
    description = "Write a data set in another format, and say what that cannot carry.",
    footer = {
      "",
      "The format of IN is recognised by its content. Images stay where they are, and the new file"
          + " names them by relative paths; with --copy-images they are copied to the folder images"
          + " beside it. Images that are pixels in a CSV file are written there as PNG files.",
      "Faces with the tag excluded are left out, as trainings leave them out. What the format"
          + " cannot carry is kept beside it in OUT.keypoint-studio, where this program finds it."
          + " docs/formats.md says what each format carries."
    })
final class ConvertCommand implements Callable<Integer> {
  private final DataSets dataSets;
  private final Conversion conversion;
  private final Console console;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--data", required = true, paramLabel = "IN", description = "The data set.")
  private Path data = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "OUT",
      description = "The file to write; the folder for formats of one file an image.")
  private Path out = Path.of("");

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FORMAT",
      description = "The format: ${COMPLETION-CANDIDATES}.",
      completionCandidates = Ids.class)
  private String to = "";

  @Option(names = "--copy-images", description = "Copy the images beside the new file.")
  private boolean copyImages;

  @Option(
      names = "--schema-map",
      paramLabel = "MAP",
      description = {
        "Make the keypoints of others: a CSV file with the columns target and sources,",
        "or one of ${COMPLETION-CANDIDATES}."
      },
      completionCandidates = Mappings.class)
  private Optional<String> schemaMap = Optional.empty();

  @Option(names = "--keep-excluded", description = "Write the faces with the tag excluded, too.")
  private boolean keepExcluded;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  ConvertCommand(DataSets dataSets, Conversion conversion, Console console) {
    this.dataSets = dataSets;
    this.conversion = conversion;
    this.console = console;
  }

  /** The mappings that come with the program. */
  static final class Mappings implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return MappingTable.shippedNames().iterator();
    }
  }

  /** The formats that can be written. */
  static final class Ids implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return new Conversion(KnownFormats.all())
          .targets().stream().map(ConversionTarget::id).iterator();
    }
  }

  @Override
  public Integer call() throws Exception {
    ConversionTarget target =
        conversion
            .target(to)
            .orElseThrow(
                () ->
                    new CommandLine.ParameterException(
                        spec.commandLine(),
                        "Invalid value for option '--to': expected %s, but was '%s'"
                            .formatted(String.join(", ", new Ids()), to)));
    Optional<MappingTable> mapping = Optional.empty();
    if (schemaMap.isPresent()) {
      mapping = Optional.of(MappingTable.find(schemaMap.get()));
    }
    Conversion.Order order = new Conversion.Order(target, out, copyImages, mapping, keepExcluded);
    Conversion.Result result = console.run(context -> convert(order, context));
    if (json) {
      Json.print(console, toJson(order, result));
    } else {
      print(order, result);
    }
    result.messages().forEach(console.err()::println);
    console.err().flush();
    return CommandLine.ExitCode.OK;
  }

  private Conversion.Result convert(Conversion.Order order, TaskContext context)
      throws DataSetException {
    LabelledDataSet opened = dataSets.openLabelled(data, context);
    return conversion.convert(opened.dataSet(), opened.labels(), order, context);
  }

  private ObjectNode toJson(Conversion.Order order, Conversion.Result result) {
    ObjectNode object = Json.object();
    object.put("data", data.toString());
    object.put("out", result.path().toString());
    object.put("format", order.target().id());
    object.put("faces", result.faces());
    object.put("excluded", result.excluded());
    object.put("imagesWritten", result.writtenImages());
    ArrayNode lost = object.putArray("notCarried");
    result.losses().forEach(lost::add);
    ArrayNode messages = object.putArray("messages");
    result.messages().forEach(messages::add);
    return object;
  }

  private void print(Conversion.Order order, Conversion.Result result) {
    console
        .out()
        .printf(
            "%,d faces written to %s as %s%n",
            result.faces(), result.path(), order.target().displayName());
    if (result.excluded() > 0) {
      console
          .out()
          .printf(
              "%,d excluded %s left out (--keep-excluded writes %s, too)%n",
              result.excluded(),
              result.excluded() == 1 ? "face" : "faces",
              result.excluded() == 1 ? "it" : "them");
    }
    if (result.writtenImages() > 0) {
      console.out().printf("%,d images written beside it%n", result.writtenImages());
    }
    console
        .out()
        .println(
            result.losses().isEmpty()
                ? "everything was carried over"
                : "not carried over: " + String.join(", ", result.losses()));
    console.out().flush();
  }
}
