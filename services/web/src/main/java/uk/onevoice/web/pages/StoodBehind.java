package uk.onevoice.web.pages;

import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Issues;
import uk.onevoice.web.api.Mandates;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Words;

/** What practices of a place stand behind: the mandates that hold today, and public positions. */
@RequestScoped
class StoodBehind {
  private static final String MANDATE = "mandate:";
  private static final String POSITION = "position:";
  private static final String ELSEWHERE = "a topic of another list";

  private final Api api;
  private final PlaceViews places;

  StoodBehind(Api api, PlaceViews places) {
    this.api = api;
    this.places = places;
  }

  /**
   * One mandate or position.
   *
   * @param key of its choice in a form
   */
  record Backing(String key, String label, Link link) {}

  List<Backing> in(String placeId) {
    List<Backing> all = new ArrayList<>();
    for (Mandates.Terms mandate : places.mandates(UUID.fromString(placeId))) {
      if (mandate.speaksOn(AsOf.today())) {
        String label =
            topic(mandate.topicNow() == null ? mandate.topic() : mandate.topicNow())
                + ": mandate until "
                + Words.day(mandate.end().minusDays(1));
        String at = "/mandates/" + mandate.mandateId();
        all.add(new Backing(MANDATE + mandate.mandateId(), label, new Link(label, at)));
      }
    }
    for (Issues.Public position : positions(placeId)) {
      String label = topic(position.topicNow()) + ": public position";
      if (position.question() != null) {
        label += ", " + position.question();
      }
      String at = "/positions/" + position.positionId();
      all.add(new Backing(POSITION + position.positionId(), label, new Link(label, at)));
    }
    return List.copyOf(all);
  }

  private List<Issues.Public> positions(String placeId) {
    return api.all(
        "/v1/positions?limit=200&placeId=" + Segment.of(placeId),
        Issues.PublicList.class,
        Issues.PublicList::items,
        Issues.PublicList::next);
  }

  private static String topic(@Nullable String topic) {
    return topic == null || topic.isEmpty() ? Words.sentence(ELSEWHERE) : Words.sentence(topic);
  }

  /** To choose from in a form, none of them first; empty where there is nothing to choose. */
  static List<Choice> choices(List<Backing> all) {
    if (all.isEmpty()) {
      return List.of();
    }
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("", "None of them"));
    all.forEach(each -> choices.add(new Choice(each.key(), each.label())));
    return choices;
  }

  static Optional<String> label(List<Backing> all, String position) {
    return all.stream()
        .filter(each -> each.key().equals(POSITION + position))
        .map(Backing::label)
        .findFirst();
  }

  static @Nullable String mandate(Form form, String field) {
    return chosen(form.value(field), MANDATE);
  }

  static @Nullable String position(Form form, String field) {
    return chosen(form.value(field), POSITION);
  }

  private static @Nullable String chosen(String key, String kind) {
    return key.startsWith(kind) ? key.substring(kind.length()) : null;
  }
}
