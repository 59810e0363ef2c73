package org.keypointstudio.report.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.keypointstudio.report.plot.Shape.Anchor;
import org.keypointstudio.report.plot.Shape.Point;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class SvgTextTest {
  private static Plot plotOf(String text) {
    return new Plot(
        "p",
        text,
        100,
        50,
        List.of(
            new Shape.Box(0, 0, 100, 50, Ink.PAPER, 1),
            new Shape.Path(List.of(new Point(0, 0), new Point(9.126, 7)), Ink.model(1), 2, 1),
            new Shape.Ellipse(new Point(5, 5), 2, 1, 30, Ink.TRUTH, 0.5),
            new Shape.Text(new Point(3, 4), text, Anchor.END, 12, true, Ink.TEXT)),
        List.of());
  }

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  @Test
  void shapes_are_elements_with_their_colours_as_classes() {
    assertThat(SvgText.inline(plotOf("t")))
        .contains("<polyline fill=\"none\" class=\"s-model1\"", "points=\"0,0 9.13,7\"")
        .contains("rotate(30)", "text-anchor=\"end\"");
  }

  @Test
  void a_file_is_light_and_dark() {
    assertThat(SvgText.file(plotOf("t")))
        .contains("prefers-color-scheme: dark", Ink.PAPER.light(), Ink.PAPER.dark());
  }

  @Property(tries = 200)
  void any_name_makes_well_formed_xml(@ForAll String name) throws Exception {
    Document document = parsed(SvgText.file(plotOf(name)));

    assertThat(document.getElementsByTagName("text").getLength()).isEqualTo(1);
  }
}
