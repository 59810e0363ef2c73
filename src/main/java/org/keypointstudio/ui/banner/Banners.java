package org.keypointstudio.ui.banner;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The banners on show. Lives on the window's thread. */
public final class Banners {
  private final ObservableList<Banner> shown = FXCollections.observableArrayList();

  /** One view for all: a view that nobody holds would be collected with its listeners. */
  private final ObservableList<Banner> shownView = FXCollections.unmodifiableObservableList(shown);

  /** The banners on show, oldest first. */
  public ObservableList<Banner> shown() {
    return shownView;
  }

  /** Shows a banner in the place of one of the same topic. */
  public void show(Banner banner) {
    hide(banner.topic());
    shown.add(banner);
  }

  /** Takes the banner of a topic away, if there is one. */
  public void hide(Banner.Topic topic) {
    shown.removeIf(banner -> banner.topic() == topic);
  }

  /** Takes all banners away. */
  public void clear() {
    shown.clear();
  }
}
