"""What pages say of themselves to search engines, previews and reference managers."""
