package dev.footfall.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.app.cli.ParcelPost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A project file in a folder of its own, read. */
abstract class ProjectTrial {
  static final String SOUND =
      """
      sources:
        brand: { type: duckdb, path: data/brand.duckdb }
        drops: { type: files, path: data/drops }
        wh: { type: jdbc, url: "jdbc:postgresql://${env:HOST}/b", user: x, password: "${env:PG}" }
      credentials:
        post: { access_token: "${env:TOKEN}", app_id: 7 }
      destinations:
        depot:
          type: parcel-post
          credential: post
          columns: canonical
          settings: { depot_id: 0012, batch_size: 10 }
      orchestrations:
        stores:
          source: brand
          query: queries/sales.sql
          destination: depot
          timezone: America/New_York
          max_rejected: 10%
          settings: { batch_size: 20, test_mode: true }
      """;

  @TempDir Path root;

  @BeforeEach
  void query() throws IOException {
    Files.createDirectories(root.resolve("queries"));
    Files.writeString(root.resolve("queries/sales.sql"), "SELECT 1");
  }

  ProjectFile read(String yaml) {
    try {
      Files.writeString(root.resolve(Project.FILE), yaml);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return ProjectFile.read(root, new Destinations(List.of(new ParcelPost())));
  }

  List<String> faults(String yaml) {
    return read(yaml).faults().stream().map(ConfigFault::line).toList();
  }

  static String changed(String what, String by) {
    assertThat(SOUND).contains(what);
    return SOUND.replace(what, by);
  }
}
