package dev.footfall.app.config;

import java.nio.file.Path;
import java.util.Map;

/**
 * A project: everything its file says, checked.
 *
 * @param root its folder
 * @param store where it remembers what it did
 */
public record Project(
    Path root,
    StoreConfig store,
    Map<String, SourceConfig> sources,
    Map<String, CredentialConfig> credentials,
    Map<String, DestinationConfig> destinations,
    Map<String, OrchestrationConfig> orchestrations) {
  /** The name of a project's file. */
  public static final String FILE = "footfall.yaml";

  /** The folder of a project's queries. */
  public static final String QUERIES = "queries";
}
