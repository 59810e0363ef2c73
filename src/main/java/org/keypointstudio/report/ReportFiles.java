package org.keypointstudio.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.keypointstudio.dataset.csv.AtomicFile;
import org.keypointstudio.evaluation.comparison.ModelComparison;
import org.keypointstudio.report.plot.Plot;
import org.keypointstudio.report.plot.PlotFonts;
import org.keypointstudio.report.plot.PlotPainter;
import org.keypointstudio.report.plot.SvgText;

/** Writes what people take away from a comparison, each file in one step. */
public final class ReportFiles {
  private static final double PICTURE_SCALE = 2;

  private ReportFiles() {}

  /**
   * Writes text.
   *
   * @throws IOException with a sentence for the person if that fails; an old file is as it was
   */
  public static void write(Path file, String text) throws IOException {
    replace(file, temporary -> Files.writeString(temporary, text, StandardCharsets.UTF_8));
  }

  /**
   * Writes a picture as PNG.
   *
   * @throws IOException with a sentence for the person if that fails; an old file is as it was
   */
  public static void write(Path file, BufferedImage picture) throws IOException {
    replace(file, temporary -> ImageIO.write(picture, "png", temporary.toFile()));
  }

  /**
   * Writes each table as CSV and as JSON records into a folder.
   *
   * @return the files
   * @throws IOException with a sentence for the person if that fails
   */
  public static List<Path> writeTables(Path folder, List<Table> tables) throws IOException {
    List<Path> written = new ArrayList<>();
    ObjectMapper mapper = new ObjectMapper();
    for (Table table : tables) {
      Path csv = folder.resolve(table.name() + ".csv");
      write(csv, CsvText.of(table));
      Path json = folder.resolve(table.name() + ".json");
      write(
          json, mapper.writerWithDefaultPrettyPrinter().writeValueAsString(records(mapper, table)));
      written.addAll(List.of(csv, json));
    }
    return written;
  }

  private static List<ObjectNode> records(ObjectMapper mapper, Table table) {
    List<ObjectNode> records = new ArrayList<>();
    for (List<Object> row : table.rows()) {
      ObjectNode object = mapper.createObjectNode();
      for (int column = 0; column < row.size(); column++) {
        String name = table.columns().get(column);
        switch (row.get(column)) {
          case Double number when !Double.isFinite(number) -> object.putNull(name);
          case Double number -> object.put(name, number);
          case Integer number -> object.put(name, number);
          case Object text -> object.put(name, text.toString());
        }
      }
      records.add(object);
    }
    return records;
  }

  /**
   * Writes each plot as SVG and as PNG into a folder.
   *
   * @return the files
   * @throws IOException with a sentence for the person if that fails
   */
  public static List<Path> writePlots(Path folder, ModelComparison comparison, PlotFonts fonts)
      throws IOException {
    List<Path> written = new ArrayList<>();
    PlotPainter painter = new PlotPainter(fonts);
    for (Plot plot : new ComparisonPlots(comparison).all()) {
      Path svg = folder.resolve(plot.name() + ".svg");
      write(svg, SvgText.file(plot));
      Path png = folder.resolve(plot.name() + ".png");
      write(png, painter.paint(plot, PICTURE_SCALE));
      written.addAll(List.of(svg, png));
    }
    return written;
  }

  private static void replace(Path file, AtomicFile.Content content) throws IOException {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      AtomicFile.replace(file, content);
    } catch (IOException problem) {
      throw new IOException(
          "%s could not be written: %s; choose another place for it."
              .formatted(file, problem.getMessage()),
          problem);
    }
  }
}
