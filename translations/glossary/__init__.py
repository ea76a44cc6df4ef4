"""What words are called in each language: kept, looked up, and checked in translations."""
