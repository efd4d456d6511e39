package uk.onevoice.web.pages;

import java.util.List;
import uk.onevoice.web.ui.Choice;

/** The words for what a forum can be. */
final class ListVocabulary {
  static final List<Choice> LEVELS =
      List.of(
          new Choice("ICB_BOARD", "Board of the ICB"),
          new Choice("ICB_COMMITTEE", "Committee of the ICB"),
          new Choice("PLACE_BOARD", "Place board"),
          new Choice("NEIGHBOURHOOD", "Neighbourhood"),
          new Choice("PROVIDER_GROUP", "Group of providers"),
          new Choice("OTHER", "Another level"));

  private ListVocabulary() {}
}
