package uk.onevoice.stack;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OriginTest {
  @TempDir Path folder;

  @Test
  void over_data_of_another_port_a_start_is_refused_and_told_the_ways_out() throws Exception {
    Origin.require(site(8080));
    makeData();
    assertThatThrownBy(() -> Origin.require(site(9080)))
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining("http://localhost:8080")
        .hasMessageContaining("ONEVOICE_PORT_ROUTER=8080")
        .hasMessageContaining("ONEVOICE_FOLDER")
        .hasMessageContaining("make reset");
    assertThatCode(() -> Origin.require(site(8080))).doesNotThrowAnyException();
  }

  @Test
  void without_data_any_port_will_do() throws Exception {
    Origin.require(site(8080));
    assertThatCode(() -> Origin.require(site(9080))).doesNotThrowAnyException();
    makeData();
    assertThatThrownBy(() -> Origin.require(site(8080))).isInstanceOf(StackFailure.class);
  }

  private void makeData() throws Exception {
    Files.createDirectories(folder.resolve("postgres/data"));
    Files.writeString(folder.resolve("postgres/data/PG_VERSION"), "18");
  }

  private Site site(int router) {
    return new Site(
        folder, folder, new Ports(Map.of(Router.NAME, router)), Settings.local(), false);
  }
}
