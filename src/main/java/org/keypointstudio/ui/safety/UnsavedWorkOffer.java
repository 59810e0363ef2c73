package org.keypointstudio.ui.safety;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.keypointstudio.edit.AnnotationDocument;
import org.keypointstudio.project.journal.UnsavedWork;
import org.keypointstudio.ui.banner.Banner;
import org.keypointstudio.ui.banner.Banners;
import org.keypointstudio.ui.dialog.DialogService;
import org.keypointstudio.ui.notification.Notifications;
import org.keypointstudio.ui.session.FaceFilter;
import org.keypointstudio.ui.session.StudioSession;

/** Offers to give back what an earlier program left unsaved. Lives on the window's thread. */
public final class UnsavedWorkOffer {
  private final StudioSession session;
  private final ProjectSafety safety;
  private final Banners banners;
  private final DialogService dialogs;
  private final Notifications notifications;

  /** Offers in a session. */
  public UnsavedWorkOffer(
      StudioSession session,
      ProjectSafety safety,
      Banners banners,
      DialogService dialogs,
      Notifications notifications) {
    this.session = session;
    this.safety = safety;
    this.banners = banners;
    this.dialogs = dialogs;
    this.notifications = notifications;
  }

  /**
   * Offers what was found beside the data set that is open now; what is in the data file anyway is
   * forgotten.
   */
  public void offer(UnsavedWork work) {
    if (work.isEmpty()) {
      if (!work.files().isEmpty()) {
        safety.delete(work);
      }
      return;
    }
    banners.show(
        new Banner(
            Banner.Topic.UNSAVED_WORK,
            describe(work),
            List.of(
                new Banner.Answer(
                    "Restore",
                    "Makes the changes again, as unsaved ones; undo takes them back",
                    () -> restore(work)),
                new Banner.Answer(
                    "Restore and look",
                    "Makes the changes again and shows only the faces that have them",
                    () -> {
                      restore(work);
                      session.filterProperty().set(FaceFilter.UNSAVED);
                      session.refilter();
                    }),
                new Banner.Answer(
                    "Discard", "Deletes the changes for good", () -> discard(work)))));
  }

  private static String describe(UnsavedWork work) {
    int faces = work.faces().size();
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "Changes to %,d %s%s were not saved when the program ended."
            .formatted(
                faces,
                faces == 1 ? "face" : "faces",
                work.last()
                    .map(last -> ", the last of them %s,".formatted(when(last)))
                    .orElse("")));
    if (!work.changedElsewhere().isEmpty()) {
      sentences.add(
          "%,d of them changed on disk since, and are merged with it."
              .formatted(work.changedElsewhere().size()));
    }
    if (work.lost() > 0) {
      sentences.add(
          "%,d %s in the journal cannot be read any more."
              .formatted(work.lost(), work.lost() == 1 ? "change" : "changes"));
    }
    return String.join(" ", sentences);
  }

  private static String when(Instant time) {
    ZonedDateTime local = time.atZone(ZoneId.systemDefault());
    String clock = local.format(DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT));
    return local.toLocalDate().equals(LocalDate.now(ZoneId.systemDefault()))
        ? "at " + clock
        : "on %s at %s"
            .formatted(local.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)), clock);
  }

  private void restore(UnsavedWork work) {
    session
        .openDataSet()
        .ifPresent(
            open -> {
              AnnotationDocument document = open.document();
              safety.adopt(work);
              document.endStep();
              document.apply(work.change(document));
              document.endStep();
              banners.hide(Banner.Topic.UNSAVED_WORK);
              notifications.success(
                  "Restored %,d %s; save to keep %s."
                      .formatted(
                          work.faces().size(),
                          work.faces().size() == 1 ? "face" : "faces",
                          work.faces().size() == 1 ? "it" : "them"));
            });
  }

  private void discard(UnsavedWork work) {
    boolean sure =
        dialogs.confirmLoss(
            "Discard the unsaved changes?",
            "The changes to %,d %s are deleted for good."
                .formatted(work.faces().size(), work.faces().size() == 1 ? "face" : "faces"),
            "Discard");
    if (sure) {
      safety.delete(work);
      banners.hide(Banner.Topic.UNSAVED_WORK);
    }
  }
}
