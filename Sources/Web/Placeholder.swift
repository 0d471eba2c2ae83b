enum WebModule {}
