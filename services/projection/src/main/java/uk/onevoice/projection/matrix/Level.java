package uk.onevoice.projection.matrix;

/** Where in an ICS a forum sits, in the order of the rows. */
enum Level {
  ICB_BOARD("ICB board"),
  ICB_COMMITTEE("ICB committee"),
  PLACE_BOARD("Place"),
  NEIGHBOURHOOD("Neighbourhood"),
  PROVIDER_GROUP("Group of providers"),
  OTHER("Other");

  private final String words;

  Level(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
