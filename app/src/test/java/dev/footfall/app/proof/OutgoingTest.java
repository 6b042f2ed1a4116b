package dev.footfall.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.sandbox.Sandbox;
import dev.footfall.sandbox.platform.Injection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Files that wait in the project until a server has them: what they hold, who may read them. */
class OutgoingTest {
  @TempDir Path folder;
  @AutoClose private final Sandbox sandbox = SftpShop.platforms();
  private SftpShop shop;

  @BeforeEach
  void open() {
    shop = new SftpShop(folder.resolve("shop"), sandbox).write();
  }

  /**
   * Files hold hashes of people; ids and places go out as they are where a platform wants them so.
   */
  private Canaries plain() {
    return Canaries.ofPeople()
        .without(Canaries.MAID)
        .without(Canaries.CLICK)
        .without(Canaries.CUSTOMER)
        .without(Canaries.CITY)
        .without(Canaries.POSTAL)
        .word(sandbox.sftp().password());
  }

  private void slowly(int millis) {
    sandbox.inject(
        "criteo", Injection.next("slow").times(Injection.ALWAYS).with("delay_ms", millis));
  }

  @Test
  void they_name_nobody_and_are_gone_when_the_run_is_over() throws Exception {
    slowly(200);
    try (Operator operator = shop.operator();
        FolderWatch watch = FolderWatch.over(List.of(shop.outgoing()), plain())) {
      for (String platform : SftpShop.PLATFORMS) {
        Operator.Answer answer = operator.type("run", platform);
        assertThat(answer.code()).as(platform + answer.out() + answer.err()).isZero();
        assertThat(shop.waiting()).as(platform).isEmpty();
        assertThat(sandbox.counters(platform).kept()).as(platform).isPositive();
      }
      assertThat(watch.names()).contains(".1.part", ".1.part.sealed");
      assertThat(watch.leaks()).isEmpty();
    }
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void after_a_kill_only_their_owner_may_read_them_until_the_next_run_removes_them()
      throws Exception {
    slowly(3000);
    try (Operator operator = shop.operator()) {
      operator.begin("run", "snapchat");
      SftpShop.await(
          operator,
          () -> shop.waiting().stream().anyMatch(file -> file.toString().endsWith(".sealed")));
      operator.kill();
    }
    assertThat(mode(shop.outgoing())).isEqualTo("rwx------");
    assertThat(shop.waiting()).hasSizeGreaterThan(1);
    for (Path left : shop.waiting()) {
      assertThat(mode(left)).isEqualTo(Files.isDirectory(left) ? "rwx------" : "rw-------");
    }
    assertThat(FolderWatch.once(List.of(shop.outgoing()), plain())).isEmpty();

    sandbox.reset();
    try (Operator operator = shop.operator()) {
      assertThat(operator.type("run", "criteo").code()).isZero();
      assertThat(shop.waiting()).as("what belongs to another destination").isNotEmpty();
      assertThat(operator.type("run", "snapchat").code()).isZero();
    }
    assertThat(shop.waiting()).isEmpty();
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
