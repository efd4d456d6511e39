package uk.onevoice.web.pages;

/** The entries of the menu. */
enum Menu {
  WEEK("My week", "/week"),
  STRUCTURE("Structure", "/ics"),
  REPRESENTATION("Representation", "/places"),
  AGREE("Who can agree", "/who-can-agree"),
  SEARCH("Search", "/search"),
  PEOPLE("People", "/people"),
  CONNECTION("Your connection", "/connection"),
  GUIDE("Guide", "/guide"),
  IMPORTS("Imports", "/imports"),
  SYSTEMS("Systems", "/systems"),
  REQUESTS("Requests", "/rights"),
  NONE("", "");

  private final String text;
  private final String href;

  Menu(String text, String href) {
    this.text = text;
    this.href = href;
  }

  String text() {
    return text;
  }

  String href() {
    return href;
  }
}
