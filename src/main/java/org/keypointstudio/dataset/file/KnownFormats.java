package org.keypointstudio.dataset.file;

import java.util.List;
import org.keypointstudio.dataset.format.KeypointFormats;
import org.keypointstudio.dataset.format.coco.CocoKeypoints;
import org.keypointstudio.dataset.format.deeplabcut.DeepLabCutCsv;
import org.keypointstudio.dataset.format.labelme.Labelme;
import org.keypointstudio.dataset.format.labelstudio.LabelStudio;
import org.keypointstudio.dataset.format.menpo.Ljson;
import org.keypointstudio.dataset.format.menpo.Pts;
import org.keypointstudio.dataset.format.sleap.Sleap;
import org.keypointstudio.dataset.format.via.ViaCsv;
import org.keypointstudio.dataset.format.via.ViaJson;
import org.keypointstudio.dataset.format.xml.CvatXml;
import org.keypointstudio.dataset.format.xml.DlibXml;
import org.keypointstudio.dataset.format.yolo.YoloPose;

/** The annotation formats of this program, apart from the CSV files that it edits in place. */
public final class KnownFormats {
  private KnownFormats() {}

  /** All formats, those with the surest marks first. */
  public static KeypointFormats all() {
    return new KeypointFormats(
        List.of(
            new Sleap(), //
            new CocoKeypoints(),
            new Labelme(),
            new LabelStudio(),
            new ViaJson(),
            new ViaCsv(),
            new CvatXml(),
            new DlibXml(),
            new DeepLabCutCsv(),
            new YoloPose(),
            new Pts(),
            new Ljson()));
  }
}
