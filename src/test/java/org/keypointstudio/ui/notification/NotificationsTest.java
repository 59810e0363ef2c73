package org.keypointstudio.ui.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NotificationsTest {
  private final Notifications notifications = new Notifications();

  @Test
  void what_a_person_who_looks_at_the_window_is_told_is_seen() {
    notifications.success("Saved.");

    assertThat(notifications.shown()).hasSize(1);
    assertThat(notifications.unseen()).isEmpty();
  }

  @Test
  void what_comes_while_they_look_elsewhere_is_news_until_they_come_back() {
    notifications.setWatched(false);
    notifications.success("Trained cnn 1.");
    Notification news = notifications.shown().getFirst();

    assertThat(notifications.unseen()).containsExactly(news);
    assertThat(notifications.isUnseen(news)).isTrue();

    notifications.setWatched(true);

    assertThat(notifications.unseen()).isEmpty();
    assertThat(notifications.shown()).containsExactly(news);
  }

  @Test
  void what_is_taken_away_is_no_news() {
    notifications.setWatched(false);
    notifications.problem("The disk is full.");

    notifications.dismiss(notifications.shown().getFirst());

    assertThat(notifications.unseen()).isEmpty();
  }
}
