# Read by flume-ng before it starts Java; every line is optional.

# export JAVA_HOME=/path/to/jdk-17

# File channels and logs, which Flume itself writes, are this user's alone.
umask 077

# Java options, separated by blanks. Options of the command line come later and win.
# JAVA_OPTS="-Xmx1g -XX:+ExitOnOutOfMemoryError"

# A stock Flume's launcher gives Java 20 MB, which no file channel can work with.
[ "${JAVA_OPTS:-}" != "-Xmx20m" ] || JAVA_OPTS="-Xmx512m"

# Appended to the class path, e.g. what 'hadoop classpath' prints.
# FLUME_CLASSPATH=""

# Where credentials.json is, if not in this folder.
# export STOCKTREND_CREDENTIALS=/etc/stocktrend/credentials.json

# Copies of every row beside Parquet, separated by blanks: csv json jdbc mongo. See docs/configuration.md.
# export STOCKTREND_COPIES="csv jdbc"
# export STOCKTREND_JDBC_URL="jdbc:postgresql://localhost:5432/market?sslmode=verify-full"
# export STOCKTREND_MONGO_URI="mongodb://localhost:27017/?tls=true"
