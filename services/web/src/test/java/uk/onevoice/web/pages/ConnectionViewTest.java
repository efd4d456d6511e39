package uk.onevoice.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.onevoice.web.api.Relationships.SharedCommitment;
import uk.onevoice.web.api.Subscriptions.Delivery;
import uk.onevoice.web.api.Subscriptions.Filter;
import uk.onevoice.web.api.Subscriptions.Key;
import uk.onevoice.web.api.Subscriptions.Standing;
import uk.onevoice.web.api.Subscriptions.Subscription;

class ConnectionViewTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Instant LATER = Instant.parse("2026-11-23T13:05:00Z");
  private static final Key OLD = new Key("one", NOON, LATER);
  private static final Key NEW = new Key("two", NOON, null);

  @Test
  void how_many_of_the_newest_were_taken_what_waits_and_what_needs_somebody() {
    assertThat(sentence(new Standing(0, 0, null)))
        .isEqualTo("No message was sent to your system yet.");
    assertThat(sentence(new Standing(0, 0, null), test()))
        .isEqualTo("No message was sent to your system yet.");
    assertThat(sentence(new Standing(0, 0, NOON), of("DELIVERED", null), test()))
        .isEqualTo("Your system got all of the last 1 message.");
    assertThat(
            sentence(
                new Standing(1, 1, NOON),
                of("DELIVERED", null),
                of("HELD", null),
                of("WAITING", LATER)))
        .isEqualTo(
            "Your system got 1 of the last 3 messages. 1 waits, the next try is at 1:05pm on 23 November 2026. 1 is held and needs you.");
    assertThat(sentence(new Standing(2, 3, NOON), of("BEHIND", null)))
        .isEqualTo("Your system got 0 of the last 1 message. 2 wait. 3 are held and need you.");
    assertThat(sentence(null, of("DELIVERED", null), of("DELIVERED", null)))
        .isEqualTo("Your system got all of the last 2 messages.");
    assertThat(sentence(new Standing(2, 0, NOON), of("WAITING", LATER), of("WAITING", NOON)))
        .contains("the next try is at 12:00pm");
  }

  @ParameterizedTest
  @CsvSource({
    "ACTIVE,     ,      true,  '',                      false, true,  false",
    "ACTIVE,     ,      false, 'may not hear the feed', false, true,  false",
    "UNVERIFIED, ,      true,  'has to say first',      true,  false, false",
    "PAUSED,     ASKED, true,  'It is paused. What',    false, false, true",
    "PAUSED,     GONE,  true,  '(410)',                 false, false, true"
  })
  void why_nothing_is_sent_and_what_helps(
      String state,
      @Nullable String why,
      boolean approved,
      String stand,
      boolean verify,
      boolean pause,
      boolean resume) {
    ConnectionView view =
        ConnectionView.of(
            subscription(state, why, approved, new Standing(0, 0, null), NEW), List.of());
    if (stand.isEmpty()) {
      assertThat(view.stand()).isNull();
    } else {
      assertThat(view.stand()).contains(stand);
    }
    assertThat(view.flag()).isEqualTo(!stand.isEmpty());
    assertThat(List.of(view.mayVerify(), view.mayPause(), view.mayResume()))
        .containsExactly(verify, pause, resume);
    assertThat(view.sentSentence()).isEqualTo("No message was sent yet.");
    assertThat(view.keySentence()).isEqualTo("1 key signs your messages.");
    assertThat(view.keys())
        .containsExactly(
            new ConnectionView.SigningKey(
                "two", "The newest", "12:00pm on 23 November 2026", "Goes on", false));
  }

  @Test
  void what_is_held_is_flagged_and_of_two_keys_one_can_end() {
    ConnectionView view =
        ConnectionView.of(
            subscription("ACTIVE", null, true, new Standing(0, 1, null), NEW, OLD),
            List.of(of("HELD", null)));
    assertThat(view.flag()).isTrue();
    assertThat(view.sentSentence()).isEqualTo("The 1 newest message.");
    assertThat(view.keySentence()).isEqualTo("2 keys sign your messages while you move over.");
    assertThat(view.keys().getLast())
        .isEqualTo(
            new ConnectionView.SigningKey(
                "one",
                "The one before",
                "12:00pm on 23 November 2026",
                "1:05pm on 23 November 2026",
                true));
    assertThat(ConnectionView.asked(null)).isEqualTo("You asked for every kind of message.");
    assertThat(ConnectionView.asked(List.of("place-changed-1")))
        .isEqualTo("You asked for 1 of the 9 kinds of message.");
    var all = new ArrayList<>(FeedWords.types());
    all.add(FeedWords.HEARTBEAT);
    assertThat(ConnectionView.asked(all)).isEqualTo("You asked for every kind of message.");
    assertThat(ConnectionView.asked(List.of("place-changed-1", FeedWords.HEARTBEAT)))
        .isEqualTo("You asked for 1 of the 9 kinds of message.");
  }

  @Test
  void a_message_says_what_it_is_about_why_it_was_not_taken_and_whether_it_can_go_again() {
    ConnectionView.Sent held = ConnectionView.sent(of("HELD", null));
    assertThat(held.what()).isEqualTo("A place changes");
    assertThat(held.detail()).isEqualTo("Your system said no, with status 400.");
    assertThat(held.mayResend()).isTrue();
    assertThat(held.mayLeaveOut()).isTrue();
    ConnectionView.Sent waiting = ConnectionView.sent(of("WAITING", LATER));
    assertThat(waiting.detail())
        .isEqualTo("Your system said no, with status 400. Next try at 1:05pm on 23 November 2026.");
    assertThat(waiting.mayResend()).isFalse();
    assertThat(waiting.mayLeaveOut()).isFalse();
    assertThat(ConnectionView.sent(of("BEHIND", null)).mayLeaveOut()).isFalse();
    ConnectionView.Sent leftOut = ConnectionView.sent(of("LEFT_OUT", null));
    assertThat(leftOut.state()).isEqualTo("Left out by you");
    assertThat(List.of(leftOut.mayResend(), leftOut.mayLeaveOut())).containsExactly(true, false);
    assertThat(ConnectionView.sent(of("DELIVERED", null)).detail()).isNull();
    assertThat(ConnectionView.sent(test()).what()).isEqualTo("Test message");
    assertThat(ConnectionView.sent(test()).mayResend()).isFalse();
    assertThat(ConnectionView.sent(test()).time()).isEqualTo("1:05pm on 23 November 2026");
    assertThat(held.time()).isEqualTo("12:00pm on 23 November 2026");
  }

  @ParameterizedTest
  @CsvSource({
    "GENERAL_PRACTICE, Letters, false, ,      , General practice promised: Letters, Due on 30 October 2026",
    "PARTNER,          Letters, true,  ,      , Your organisation promised: Letters, Late: it was due on 30 October 2026",
    "PARTNER, , false, true, 2026-10-05, Your organisation promised: Words that cannot be shown, Kept on 5 October 2026",
    "PARTNER, Letters, false, false, 2026-11-05, Your organisation promised: Letters, 'Not kept, as written down on 5 November 2026'"
  })
  void a_shared_promise_is_told_from_the_side_of_who_reads_it(
      String by,
      @Nullable String words,
      boolean late,
      @Nullable Boolean kept,
      @Nullable LocalDate settled,
      String said,
      String standing) {
    assertThat(
            OrganisationWork.promise(
                new SharedCommitment(
                    "c", "p", by, words, LocalDate.of(2026, 10, 30), late, null, kept, settled)))
        .isEqualTo(new OrganisationWork.Promise(said, standing, late));
  }

  private static String sentence(@Nullable Standing standing, Delivery... latest) {
    return ConnectionView.sentence(standing, List.of(latest));
  }

  private static Delivery of(String state, @Nullable Instant next) {
    boolean taken = state.equals("DELIVERED");
    return new Delivery(
        "d",
        "place-changed-1",
        LATER,
        false,
        state,
        1,
        NOON,
        taken ? 204 : 400,
        taken ? null : "REFUSED",
        next);
  }

  private static Delivery test() {
    return new Delivery("t", "test-1", LATER, true, "DELIVERED", 1, null, 204, null, null);
  }

  private static Subscription subscription(
      String state, @Nullable String why, boolean approved, Standing standing, Key... keys) {
    return new Subscription(
        "s",
        "partner-client",
        "WYVT0001",
        "https://feeds.example.nhs.uk/in",
        new Filter(null, null, null, null),
        state,
        why,
        approved,
        NOON,
        120,
        List.of(keys),
        standing);
  }
}
