package uk.onevoice.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.onevoice.directory.ToldDirectory.id;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a topic or forum of an ICS means on a day. */
class DirectoryListsTest {
  private static final LocalDate APRIL = LocalDate.parse("2026-04-01");
  private static final LocalDate LAST_OF_MARCH = LocalDate.parse("2026-03-31");

  @RegisterExtension static final ToldDirectory told = new ToldDirectory();

  private final Directory directory = told.directory();

  @Test
  void a_merged_topic_means_its_successor_and_is_called_what_it_was_called() {
    define("nursing", "District nursing");
    define("care", "Community services");
    told.hear(
        "TopicRenamed",
        "{'topicId':'%s','icsId':'WYVICB01','label':'Neighbourhood care','from':'2026-04-01'}",
        id("care"));
    told.hear(
        "TopicMerged",
        "{'topicId':'%s','icsId':'WYVICB01','into':'%s','on':'2026-04-01'}",
        id("nursing"),
        id("care"));

    assertThat(directory.topicOn(id("nursing"), LAST_OF_MARCH).orElseThrow().id())
        .isEqualTo(id("nursing"));
    var meant = directory.topicOn(id("nursing"), APRIL).orElseThrow();
    assertThat(meant.id()).isEqualTo(id("care"));
    assertThat(meant.openOn(APRIL)).isTrue();
    assertThat(meant.label()).isEqualTo("Neighbourhood care");
    assertThat(meant.labelOn(LAST_OF_MARCH)).isEqualTo("Community services");
    assertThat(directory.topic(id("nursing")).orElseThrow().openOn(APRIL)).isFalse();
    assertThat(directory.forum(id("care"))).as("a topic is no forum").isEmpty();
  }

  @Test
  void a_split_topic_stays_itself_with_its_parts_until_that_is_taken_back() {
    define("care", "Community services");
    define("one", "Care homes");
    define("two", "Nursing");
    told.hear(
        "TopicSplit",
        "{'topicId':'%s','icsId':'WYVICB01','into':['%s','%s'],'on':'2026-04-01'}",
        id("care"),
        id("one"),
        id("two"));

    var split = directory.topicOn(id("care"), APRIL).orElseThrow();
    assertThat(split.id()).isEqualTo(id("care"));
    assertThat(split.openOn(APRIL)).isFalse();
    assertThat(split.splitInto()).containsExactly(id("one"), id("two"));

    told.hear("TopicReinstated", "{'topicId':'%s','icsId':'WYVICB01'}", id("care"));
    var back = directory.topic(id("care")).orElseThrow();
    assertThat(back.openOn(APRIL)).isTrue();
    assertThat(back.splitInto()).isEmpty();
  }

  @Test
  void a_forum_is_closed_from_a_day_on() {
    told.hear(
        "ForumRegistered",
        "{'forumId':'%s','icsId':'WYVICB01','label':'Place board','start':'2026-01-01'}",
        id("board"));
    told.hear("ForumClosed", "{'forumId':'%s','icsId':'WYVICB01','on':'2026-04-01'}", id("board"));

    var board = directory.forumOn(id("board"), APRIL).orElseThrow();
    assertThat(board.ics().value()).isEqualTo("WYVICB01");
    assertThat(board.openOn(LAST_OF_MARCH)).isTrue();
    assertThat(board.openOn(APRIL)).isFalse();
  }

  private void define(String topic, String label) {
    told.hear(
        "TopicDefined",
        "{'topicId':'%s','icsId':'WYVICB01','label':'%s','start':'2026-01-01'}",
        id(topic),
        label);
  }
}
