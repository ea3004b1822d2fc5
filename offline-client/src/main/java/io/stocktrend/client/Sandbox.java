package io.stocktrend.client;

import java.nio.file.Path;
import java.util.List;

/**
 * What a database may touch.
 *
 * @param root the folder that it may read
 * @param scratch where it may put aside what does not fit into memory
 * @param writable the only files that it may write
 */
record Sandbox(Path root, Path scratch, List<Path> writable) {
  /** That of these parts; what has been decrypted may not be put aside on a disk. */
  static Sandbox of(Parts parts, Path scratch, List<Path> writable) {
    Path aside = parts.keys().isEmpty() ? scratch : Path.of("");
    return new Sandbox(parts.root(), aside, writable);
  }

  /** The statements that set it; the order matters: the last two can no longer be undone. */
  List<String> settings() {
    List<String> files = writable.stream().map(Path::toString).toList();
    return List.of(
        "SET TimeZone = 'UTC'",
        "SET autoinstall_known_extensions = false",
        "SET autoload_known_extensions = false",
        "SET parquet_metadata_cache = true",
        "SET enable_progress_bar = true",
        "SET enable_progress_bar_print = false",
        "SET temp_directory = " + Sql.text(scratch.toString()),
        "SET allowed_directories = " + Sql.list(List.of(root.toString())),
        "SET allowed_paths = CAST(%s AS VARCHAR[])".formatted(Sql.list(files)),
        "SET enable_external_access = false",
        "SET lock_configuration = true");
  }
}
