package org.keypointstudio.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.keypointstudio.training.ModelKind;
import picocli.CommandLine;

/** Understands the names of networks. */
final class ModelKindConverter implements CommandLine.ITypeConverter<ModelKind> {

  @Override
  public ModelKind convert(String id) {
    return ModelKind.ofId(id)
        .orElseThrow(
            () ->
                new CommandLine.TypeConversionException(
                    "expected %s, but was '%s'".formatted(names(), id)));
  }

  private static String names() {
    return Arrays.stream(ModelKind.values()).map(ModelKind::id).collect(Collectors.joining(", "));
  }
}
